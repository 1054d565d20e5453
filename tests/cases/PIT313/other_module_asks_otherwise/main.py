# why: both calls start a process in the child as well
import jobs

jobs.run()  # expect: PIT313
jobs.run_alone()  # expect: PIT313
