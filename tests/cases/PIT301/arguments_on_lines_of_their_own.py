# why: `subprocess.check_call` waits for the child, and the loop with it; its arguments stand on lines of their own
import subprocess


async def certify(folder):
    subprocess.check_call(  # expect: PIT301
        ["openssl", "req", "-out", folder],
        cwd=folder,
    )
    subprocess.check_call( ["ls"])  # expect: PIT301
