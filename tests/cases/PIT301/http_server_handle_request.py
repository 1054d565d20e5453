# why: handle_request waits for a client until its timeout
import asyncio
import http.server


async def work():
    server = http.server.HTTPServer(("127.0.0.1", 0), http.server.SimpleHTTPRequestHandler)
    server.timeout = 0.15
    server.handle_request()  # expect: PIT301
    server.server_close()


asyncio.run(work())
