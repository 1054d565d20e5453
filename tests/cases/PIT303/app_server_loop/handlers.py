import subprocess


def handle(client):
    client.sendall(subprocess.check_output(["sh", "-c", "sleep 0.15; echo hi"]))
    client.close()
