# why: the time now is a date, its text and its day are objects.
from datetime import datetime, timezone

import pandas as pd

log = pd.DataFrame(columns=["when", "what"])
log = pd.concat([log, pd.DataFrame([{"when": datetime.now(), "what": "x"}])])  # expect: PIT401
log2 = pd.concat([pd.DataFrame(columns=["when", "what"]), pd.DataFrame([{"when": datetime.now(timezone.utc), "what": "x"}])])  # expect: PIT401
log3 = pd.concat([pd.DataFrame(columns=["when", "what"]), pd.DataFrame([{"when": pd.Timestamp.now(), "what": "x"}])])  # expect: PIT401
log4 = pd.concat([pd.DataFrame(columns=["when", "what"]), pd.DataFrame([{"when": datetime.now().isoformat(), "what": "x"}])])
log5 = pd.concat([pd.DataFrame(columns=["when", "what"]), pd.DataFrame([{"when": datetime.now().date(), "what": "x"}])])
