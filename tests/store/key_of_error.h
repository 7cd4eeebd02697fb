#pragma once

#include <functional>
#include <string>

#include "base/error.h"

namespace tiendo {

// The key of the Error that `act` throws; empty where it throws none.
inline std::string key_of_error(const std::function<void()>& act) {
  try {
    act();
  } catch (const Error& error) {
    return error.key();
  }
  return "";
}

}  // namespace tiendo
