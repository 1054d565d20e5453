from lib.http import fetch_all
