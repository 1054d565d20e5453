# why: a database in memory answers at once
import asyncio
import sqlite3


async def work():
    connection = sqlite3.connect(":memory:")
    cursor = connection.cursor()
    cursor.execute("select 1").fetchone()
    connection.execute("select 1")
    connection.commit()


asyncio.run(work())
