// A process of our own that never outlives its value.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <sys/types.h>

namespace tiendo::formats {

// Throws internal, with what errno says.
[[noreturn]] void fail_of_system(const char* call);

// The whole of it; both fail as above.
void write_all(int to, std::string_view bytes);
std::string read_all(int from);

// A file descriptor, closed at the end.
class Handle {
 public:
  explicit Handle(int number = -1) : number_(number) {}
  ~Handle() { reset(); }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  int get() const { return number_; }
  void reset(int number = -1);

 private:
  int number_;
};

// What goes in at `to` comes out at `from`.
struct Pipe {
  Pipe();
  Handle from, to;
};

// A descriptor that reads these bytes from their start; to be closed.
int in_memory(std::string_view bytes);

class Child {
 public:
  // Starts a program with these words; its standard input and output are the descriptors given (-1: nothing). None of the
  // others, and nothing of our surroundings but `surroundings`, is handed on.
  Child(int input, int output, std::vector<std::string> words, std::vector<std::string> surroundings);
  ~Child();
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  // Waits for its end.
  int status();

 private:
  pid_t pid_ = -1;
};

}  // namespace tiendo::formats
