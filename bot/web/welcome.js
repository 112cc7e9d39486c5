// What an empty conversation shows: what can be asked, and outside a demonstration where a join code goes.

import { make } from "./dom.js";

const IDEAS = {
  principal: ["1.1 xong, 1.2 được 40%", "Trường mình còn thiếu gì", "Một trường được công nhận thế nào"],
  officer: ["Tiến độ các trường", "Lịch đánh giá ngoài", "Hội đồng tự đánh giá gồm những ai"],
  self: ["Các bước tự đánh giá", "Hội đồng tự đánh giá gồm những ai"],
};

const GREETINGS = {
  principal: "Thầy/cô hỏi về tiêu chuẩn, tiêu chí, hoặc nhắn phần việc trường mình vừa làm.",
  officer: "Thầy/cô hỏi tiến độ và lịch của các trường, dời lịch, hoặc gửi thông báo.",
  group: "Đây là nhóm chung của các trường. Thông báo cho cả nhóm hiện ở đây.",
  self: "Thầy/cô hỏi ngay về tiêu chuẩn, tiêu chí. Để ghi tiến độ cho trường, gửi mã tham gia do cơ quan quản lý cấp.",
};

export function welcome(seat, say) {
  const node = make("li", { class: "welcome" }, make("p", {}, GREETINGS[seat.role] ?? GREETINGS.self));
  if (IDEAS[seat.role]) node.append(ideas(IDEAS[seat.role], say));
  return node;
}

function ideas(texts, say) {
  const row = make("div", { class: "ideas" });
  for (const text of texts) row.append(make("button", { type: "button", class: "idea", onclick: () => say(text) }, text));
  return row;
}

export function joinForm(say) {
  const code = make("input", { name: "code", placeholder: "Mã tham gia", "aria-label": "Mã tham gia", autocomplete: "one-time-code", autocapitalize: "characters", maxlength: "100", required: true });
  const form = make("form", { class: "join" }, code, make("button", { type: "submit" }, "Tham gia"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    say(code.value.trim());
    code.value = "";
  });
  return form;
}
