"""Clients of services that wait for an answer at each call: Amazon's, MongoDB, SSH. Their methods are made up by the library, or many.

Source: each library's reference, which calls none of them asynchronous; what only prepares a call is left out.
"""

from __future__ import annotations

# What an attribute or an item gives that is no method: a client's databases, a database's collections.
MEMBERS = {
    "pymongo.MongoClient": "pymongo.database.Database",
    "pymongo.mongo_client.MongoClient": "pymongo.database.Database",
    "pymongo.database.Database": "pymongo.collection.Collection",
    "pymongo.collection.Collection": "pymongo.collection.Collection",
}
# Their methods, which are no such member.
METHODS = frozenset(
    "aggregate aggregate_raw_batches append_metadata bulk_write client close codec_options command count_documents create_collection"
    " create_index create_indexes create_search_index database delete_many delete_one dereference distinct drop drop_collection"
    " drop_database drop_index drop_indexes drop_search_index estimated_document_count find find_one find_one_and_delete"
    " find_one_and_replace find_one_and_update find_raw_batches full_name get_collection get_database get_default_database"
    " index_information insert_many insert_one list_collection_names list_collections list_database_names list_databases list_indexes"
    " list_search_indexes name options read_concern read_preference rename replace_one server_info start_session topology_description"
    " update_many update_one update_search_index validate_collection watch with_options write_concern".split()
)
COLLECTION = (
    "aggregate bulk_write count_documents create_index create_indexes delete_many delete_one distinct drop drop_index drop_indexes"
    " estimated_document_count find_one find_one_and_delete find_one_and_replace find_one_and_update index_information insert_many"
    " insert_one list_indexes options rename replace_one update_many update_one"
)
DATABASE = "command create_collection drop_collection list_collection_names list_collections validate_collection"
MONGO_CLIENT = "drop_database list_database_names list_databases server_info"

# Every method of what these make waits, but for those that only prepare something.
CLIENTS = frozenset(("boto3.client", "boto3.session.Session.client", "boto3.Session.client"))
PREPARES = frozenset(
    "can_paginate close exceptions generate_presigned_post generate_presigned_url get_paginator get_waiter meta waiter_names".split()
)
# Of what `boto3.resource(…)` gives: a bucket's, a table's, a queue's methods that wait.
RESOURCES = frozenset(f"boto3.resource.{kind}" for kind in ("Bucket", "Object", "Table", "Queue", "Topic"))
OF_RESOURCES = frozenset(
    "batch_get_item copy delete delete_item download_file download_fileobj get get_item load put put_item put_object query receive_messages"
    " reload scan send_message send_messages publish update_item upload_file upload_fileobj".split()
)


def waits(name: str) -> bool:
    """Whether a method is one of a client whose methods nobody has listed."""
    owner, _, method = name.rpartition(".")
    return (owner in CLIENTS and method not in PREPARES) or (owner in RESOURCES and method in OF_RESOURCES)
