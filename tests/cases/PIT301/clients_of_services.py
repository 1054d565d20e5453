# why: the clients of Amazon's services, of MongoDB and of SSH wait for their answers
# run: no
import asyncio

import boto3
import paramiko
from pymongo import MongoClient
from pymongo.collection import Collection

s3 = boto3.client("s3")
mongo = MongoClient("mongodb://localhost")
users = mongo["shop"]["users"]


class Archive:
    def __init__(self):
        self.bucket = boto3.resource("s3").Bucket("archive")
        self.db = mongo.shop

    async def keep(self, name):
        self.bucket.upload_file(name, name)  # expect: PIT301
        self.db.kept.insert_one({"name": name})  # expect: PIT301


async def save(name):
    s3.upload_file(name, "bucket", name)  # expect: PIT301
    users.update_one({"name": name}, {"$set": {"saved": True}})  # expect: PIT301
    for row in mongo.shop.orders.find({"name": name}):  # expect: PIT301
        print(row)


async def count(kept: Collection):
    return kept.count_documents({})  # expect: PIT301


async def restart(host):
    with paramiko.SSHClient() as client:
        client.connect(host)  # expect: PIT301
        client.exec_command("reboot")  # expect: PIT301


asyncio.run(save("a"))
