# why: the test replaces time.sleep by a mock
import asyncio
import time
import unittest
from unittest.mock import patch


class TestRetry(unittest.IsolatedAsyncioTestCase):
    @patch.object(time, "sleep")
    async def test_retry(self, pause):
        time.sleep(0.15)
        pause.assert_called_once_with(0.15)


unittest.main(argv=["x"], exit=False)
