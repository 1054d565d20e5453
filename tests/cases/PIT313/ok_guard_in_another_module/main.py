# why: what is called at import lets no child start anything
import jobs

jobs.run()
jobs.run_early()
jobs.run_as(__name__)
