-- Says of one task after another how it stands, each once: wrk -s bench/updates.lua URL -- FILE DONE
-- FILE has path, cookie and token of each; DONE says how many were sent by runs before this one, and is written at the end of it.
local desks, at, done = {}, 0, nil

function init(arguments)
  for line in io.lines(arguments[1]) do
    local path, cookie, token = line:match("([^\t]+)\t([^\t]+)\t([^\t]+)")
    desks[#desks + 1] = {path, cookie, token}
  end
  done = arguments[2]
  at = tonumber((io.open(done):read("a"))) or 0
end

function request()
  at = at + 1
  local desk = desks[at]
  if at % 100 == 0 then
    local file = io.open(done, "w")
    file:write(at + 200)
    file:close()
  end
  return wrk.format("POST", desk[1], {
    ["Cookie"] = desk[2], ["X-CSRF-Token"] = desk[3], ["If-Match"] = '"1"', ["Content-Type"] = "application/json"
  }, '{"words":"Đã gửi lấy ý kiến các đơn vị, dự kiến trình trước ngày 25","percent":60}')
end
