"""A mail server for the tests: aiosmtpd, which keeps each message as a file in a folder.

Prints the port that it listens on, and ends with its standard input. While a file called `refuse` lies in the folder it
refuses every message.
"""

import asyncio
import os
import sys
import uuid

from aiosmtpd.smtp import SMTP

FOLDER = sys.argv[1]


class Keeper:
    async def handle_DATA(self, server, session, envelope):
        if os.path.exists(os.path.join(FOLDER, "refuse")):
            return "451 4.3.0 Not now"
        name = os.path.join(FOLDER, uuid.uuid4().hex)
        with open(name + ".part", "wb") as file:
            file.write(envelope.original_content)
        os.rename(name + ".part", name + ".eml")
        return "250 OK"


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(Keeper(), hostname="localhost"), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


asyncio.run(main())
