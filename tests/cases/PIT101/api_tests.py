# why: assertRegex, assertRaisesRegex and pytest's match= take patterns; assertEqual and a message do not
# run: no
import unittest

import pytest

key = "k"


class Some(unittest.TestCase):
    def test(self):
        self.assertRegex("x", f"{key}a{2}")  # expect: PIT101
        self.assertRegex(f"{key}a{2}", "x")
        self.assertEqual(f"{key}a{2}", "x", f"b{2}")
        with self.assertRaisesRegex(ValueError, f"{key}a{2}"):  # expect: PIT101
            pass
        with pytest.raises(ValueError, match=f"{key}a{2}"):  # expect: PIT101
            pass
        with pytest.raises(ValueError, match=f"No axis {2} for {key}"):
            pass
