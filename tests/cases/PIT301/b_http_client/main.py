# why: request only sends, getresponse waits for the server
import asyncio
import http.client


async def work(port):
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", "/")
    return connection.getresponse().status  # expect: PIT301


if __name__ == "__main__":
    from server import port

    asyncio.run(work(port))
