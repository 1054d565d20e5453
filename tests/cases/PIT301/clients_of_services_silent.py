# why: what only prepares a call, what runs in a thread, the asynchronous clients, and attributes that are no calls
# run: no
import asyncio

import boto3
from motor.motor_asyncio import AsyncIOMotorClient
from pymongo import AsyncMongoClient, MongoClient

s3 = boto3.client("s3")
mongo = MongoClient("mongodb://localhost")
motor = AsyncIOMotorClient()


async def links(name):
    pages = s3.get_paginator("list_objects_v2")
    return pages, s3.generate_presigned_url("get_object", Params={"Key": name}), s3.exceptions.NoSuchKey


async def save(name):
    await asyncio.to_thread(s3.upload_file, name, "bucket", name)
    await asyncio.to_thread(mongo.shop.users.insert_one, {"name": name})
    await motor.shop.users.insert_one({"name": name})
    client = AsyncMongoClient()
    await client.shop.users.insert_one({"name": name})
    cursor = mongo.shop.users.find({"name": name})
    return cursor, mongo.shop.users.name, mongo["shop"]["users"].full_name


asyncio.run(save("a"))
