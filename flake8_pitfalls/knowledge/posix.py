"""Functions of the standard library that Windows does not have, by module.

Source: the notes "Availability: Unix" and "not Windows" of the library reference of Python 3.13 (os, signal, time), compared with the
names that typeshed's stubs put under `sys.platform != "win32"`.
"""

from __future__ import annotations

OS = (
    "WCOREDUMP WEXITSTATUS WIFCONTINUED WIFEXITED WIFSIGNALED WIFSTOPPED WSTOPSIG WTERMSIG chflags chown chroot confstr"
    " copy_file_range ctermid eventfd eventfd_read eventfd_write fchdir fchown fdatasync fork forkpty fpathconf fstatvfs"
    " getegid geteuid getgid getgrouplist getgroups getloadavg getpgid getpgrp getpriority getresgid getresuid getsid getuid"
    " getxattr grantpt initgroups killpg lchflags lchown listxattr lockf login_tty major makedev memfd_create minor mkfifo"
    " mknod nice openpty pathconf pidfd_open pipe2 posix_fadvise posix_fallocate posix_openpt posix_spawn posix_spawnp pread"
    " preadv ptsname pwrite pwritev readv register_at_fork removexattr sched_get_priority_max sched_get_priority_min"
    " sched_getaffinity sched_getparam sched_getscheduler sched_rr_get_interval sched_setaffinity sched_setparam"
    " sched_setscheduler sched_yield sendfile setegid seteuid setgid setgroups setns setpgid setpriority setregid setresgid"
    " setresuid setreuid setsid setuid setxattr spawnlp spawnlpe spawnvp spawnvpe splice statvfs sync sysconf tcgetpgrp"
    " tcsetpgrp timerfd_create ttyname uname unlockpt unshare wait wait3 wait4 waitid writev"
).split()
SIGNAL = "alarm getitimer pause pthread_kill pthread_sigmask setitimer sigpending siginterrupt sigtimedwait sigwait sigwaitinfo".split()
TIME = ["clock_getres", "clock_gettime", "clock_gettime_ns", "clock_settime", "clock_settime_ns", "pthread_getcpuclockid", "tzset"]
POSIX_ONLY = frozenset([*(f"os.{name}" for name in OS), *(f"signal.{name}" for name in SIGNAL), *(f"time.{name}" for name in TIME)])
# Modules that Windows lacks (library reference, "Unix-specific services", and their own availability notes).
MODULES = frozenset("posix pwd spwd grp crypt termios tty pty fcntl resource nis syslog curses readline pipes ossaudiodev".split())
WORDS = frozenset([*OS, *SIGNAL, *TIME])
# What tells the platforms apart, and what it is on Windows.
ON_WINDOWS = {
    "sys.platform": "win32",
    "os.name": "nt",
    "platform.system": "Windows",
    "platform.uname().system": "Windows",
    "os.sep": "\\",
    "os.path.sep": "\\",
    "os.linesep": "\r\n",
    "os.pathsep": ";",
}
