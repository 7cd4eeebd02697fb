-- Asks the addresses of a file in turn: wrk -s bench/paths.lua URL -- FILE
local paths, at = {}, 0

function init(arguments)
  for line in io.lines(arguments[1]) do paths[#paths + 1] = line end
end

function request()
  at = at % #paths + 1
  return wrk.format(nil, paths[at])
end
