from clients import make_client

client = make_client()
