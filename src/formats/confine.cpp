#include "formats/confine.h"

#include <cerrno>
#include <cstring>
#include <string>

#include <fcntl.h>
#include <linux/landlock.h>
#include <linux/sched.h>
#include <seccomp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/error.h"

namespace tiendo::formats {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool is_sanitized = true;
#elif defined(__has_feature)
constexpr bool is_sanitized = __has_feature(address_sanitizer) || __has_feature(thread_sanitizer);
#else
constexpr bool is_sanitized = false;
#endif

[[noreturn]] void fail(const char* what, int error = errno) {
  throw Error(ErrorCode::internal, "internal", {}, std::string(what) + ": " + std::strerror(error));
}

void limit(int what, rlim_t most) {
  const rlimit value{most, most};
  if (setrlimit(static_cast<__rlimit_resource_t>(what), &value) != 0) fail("setrlimit");
}

void allow_below(int rules, int opened, std::uint64_t rights) {
  const landlock_path_beneath_attr rule{.allowed_access = rights, .parent_fd = opened};
  const auto added = syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  close(opened);
  if (added != 0) fail("landlock_add_rule");
}

// Only fonts, recogniser models and tables of the system may be read: never the store, a key or another document.
// One folder may be given up to be written in.
void see_only_the_system(const char* writable = nullptr) {
  constexpr std::uint64_t every_right = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;  // all of the first version
  constexpr std::uint64_t reading = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
  const landlock_ruleset_attr attributes{.handled_access_fs = every_right};
  const int rules = static_cast<int>(syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0));
  if (rules < 0) {
    if (errno == ENOSYS || errno == EOPNOTSUPP) return;  // an older kernel: the limits and the filter still hold
    fail("landlock_create_ruleset");
  }
  for (const char* folder :
       {"/usr", "/lib", "/lib64", "/etc/fonts", "/proc/self", "/sys/devices/system/cpu", "/var/cache/fontconfig", "/etc/libreoffice",
        "/var/lib/libreoffice", "/var/spool/libreoffice", "/etc/ld.so.cache", "/etc/localtime", "/opt", "/dev/urandom"}) {
    const int opened = open(folder, O_PATH | O_CLOEXEC);
    struct stat about {};
    if (opened < 0 || fstat(opened, &about) != 0) continue;
    const std::uint64_t rights = S_ISDIR(about.st_mode) ? reading : LANDLOCK_ACCESS_FS_READ_FILE;
    allow_below(rules, opened, writable ? rights | LANDLOCK_ACCESS_FS_EXECUTE : rights);
  }
  if (writable) {
    const int folder = open(writable, O_PATH | O_CLOEXEC);
    if (folder < 0) fail("open");
    allow_below(rules, folder, every_right & ~LANDLOCK_ACCESS_FS_EXECUTE);
    // LibreOffice will not start without its socket there; it takes it away again.
    const int sockets = open("/tmp", O_PATH | O_CLOEXEC);
    if (sockets >= 0) allow_below(rules, sockets, LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_REMOVE_FILE);
    const int nothing = open("/dev/null", O_PATH | O_CLOEXEC);
    if (nothing >= 0) allow_below(rules, nothing, LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE);
  }
  if (syscall(SYS_landlock_restrict_self, rules, 0) != 0) fail("landlock_restrict_self");
  close(rules);
}

// What is not named here answers "not permitted": sockets, programs, other processes, files to be written.
constexpr int allowed[] = {SCMP_SYS(read),
                           SCMP_SYS(write),
                           SCMP_SYS(readv),
                           SCMP_SYS(writev),
                           SCMP_SYS(pread64),
                           SCMP_SYS(lseek),
                           SCMP_SYS(close),
                           SCMP_SYS(fstat),
                           SCMP_SYS(stat),
                           SCMP_SYS(lstat),
                           SCMP_SYS(newfstatat),
                           SCMP_SYS(statx),
                           SCMP_SYS(access),
                           SCMP_SYS(faccessat),
                           SCMP_SYS(faccessat2),
                           SCMP_SYS(readlink),
                           SCMP_SYS(readlinkat),
                           SCMP_SYS(getdents64),
                           SCMP_SYS(getcwd),
                           SCMP_SYS(statfs),
                           SCMP_SYS(fstatfs),
                           SCMP_SYS(fcntl),
                           SCMP_SYS(fadvise64),
                           SCMP_SYS(poll),
                           SCMP_SYS(ppoll),
                           SCMP_SYS(mmap),
                           SCMP_SYS(munmap),
                           SCMP_SYS(mprotect),
                           SCMP_SYS(mremap),
                           SCMP_SYS(madvise),
                           SCMP_SYS(brk),
                           SCMP_SYS(futex),
                           SCMP_SYS(set_robust_list),
                           SCMP_SYS(rseq),
                           SCMP_SYS(rt_sigaction),
                           SCMP_SYS(rt_sigprocmask),
                           SCMP_SYS(rt_sigreturn),
                           SCMP_SYS(sigaltstack),
                           SCMP_SYS(set_tid_address),
                           SCMP_SYS(arch_prctl),
                           SCMP_SYS(membarrier),
                           SCMP_SYS(restart_syscall),
                           SCMP_SYS(exit),
                           SCMP_SYS(exit_group),
                           SCMP_SYS(getpid),
                           SCMP_SYS(gettid),
                           SCMP_SYS(getuid),
                           SCMP_SYS(geteuid),
                           SCMP_SYS(getgid),
                           SCMP_SYS(getegid),
                           SCMP_SYS(clock_gettime),
                           SCMP_SYS(clock_getres),
                           SCMP_SYS(clock_nanosleep),
                           SCMP_SYS(nanosleep),
                           SCMP_SYS(gettimeofday),
                           SCMP_SYS(times),
                           SCMP_SYS(getrusage),
                           SCMP_SYS(getrlimit),
                           SCMP_SYS(sched_yield),
                           SCMP_SYS(sched_getaffinity),
                           SCMP_SYS(getrandom),
                           SCMP_SYS(sysinfo),
                           SCMP_SYS(uname)};

class Filter {
 public:
  explicit Filter(std::uint32_t otherwise = SCMP_ACT_ERRNO(EPERM)) : context_(seccomp_init(otherwise)) {
    if (!context_) fail("seccomp_init", ENOMEM);
  }
  ~Filter() { seccomp_release(context_); }
  void allow(int call) { check(seccomp_rule_add(context_, SCMP_ACT_ALLOW, call, 0)); }
  void allow(int call, const scmp_arg_cmp& argument) { check(seccomp_rule_add_array(context_, SCMP_ACT_ALLOW, call, 1, &argument)); }
  void answer(int call, int error) { check(seccomp_rule_add(context_, SCMP_ACT_ERRNO(static_cast<std::uint16_t>(error)), call, 0)); }
  void answer(int call, int error, const scmp_arg_cmp& argument) {
    check(seccomp_rule_add_array(context_, SCMP_ACT_ERRNO(static_cast<std::uint16_t>(error)), call, 1, &argument));
  }
  void load() { check(seccomp_load(context_)); }

 private:
  static void check(int result) {
    if (result != 0) fail("seccomp", -result);
  }
  scmp_filter_ctx context_;
};

void call_only_what_reading_needs() {
  Filter filter;
  for (const int call : allowed) filter.allow(call);
  constexpr std::uint64_t writing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND;
  filter.allow(SCMP_SYS(open), SCMP_A1_64(SCMP_CMP_MASKED_EQ, writing, 0));
  filter.allow(SCMP_SYS(openat), SCMP_A2_64(SCMP_CMP_MASKED_EQ, writing, 0));
  filter.allow(SCMP_SYS(clone), SCMP_A0_64(SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD));  // threads, no processes
  filter.answer(SCMP_SYS(clone3), ENOSYS);  // its flags cannot be seen from here; the C library then uses clone
  filter.allow(SCMP_SYS(tgkill), SCMP_A0_64(SCMP_CMP_EQ, static_cast<std::uint64_t>(getpid())));  // abort()
  filter.allow(SCMP_SYS(prctl), SCMP_A0_64(SCMP_CMP_EQ, PR_SET_NAME));
  filter.allow(SCMP_SYS(prlimit64), SCMP_A2_64(SCMP_CMP_EQ, 0));
  filter.load();
}

// A whole office program cannot be listed call by call: what is taken away are the network and other processes.
void stay_off_the_network() {
  Filter filter(SCMP_ACT_ALLOW);
  filter.answer(SCMP_SYS(socket), EPERM, SCMP_A0_64(SCMP_CMP_NE, AF_UNIX));
  for (const int call :
       {SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev), SCMP_SYS(mount), SCMP_SYS(bpf), SCMP_SYS(keyctl),
        SCMP_SYS(io_uring_setup), SCMP_SYS(userfaultfd), SCMP_SYS(perf_event_open), SCMP_SYS(unshare), SCMP_SYS(setns)})
    filter.answer(call, EPERM);
  filter.load();
}

}  // namespace

void confine_to(const char* folder, std::chrono::seconds computing, std::uint64_t memory) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) fail("no_new_privs");
  constexpr rlim_t longest_file = 256u << 20;
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, longest_file);
  limit(RLIMIT_CPU, static_cast<rlim_t>(computing.count()));
  limit(RLIMIT_AS, memory);
  see_only_the_system(folder);
  stay_off_the_network();
}

void confine(std::chrono::seconds computing, std::uint64_t memory) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) fail("no_new_privs");
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_NOFILE, 64);
  limit(RLIMIT_CPU, static_cast<rlim_t>(computing.count()));
  if (!is_sanitized) limit(RLIMIT_AS, memory);  // sanitizers reserve terabytes of addresses
  see_only_the_system();
  if (!is_sanitized) call_only_what_reading_needs();
}

}  // namespace tiendo::formats
