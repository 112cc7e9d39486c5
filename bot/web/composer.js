// Where words are typed: text, a file, an answer to a message, or the correction of an own one.

import { icon, make } from "./dom.js";
import { plain } from "./marking.js";

const TEXT_LIMIT = 4096;
const FILE_LIMIT = 20 * 1024 * 1024;
const TALLEST = 132;

export class Composer {
  // *say* takes {text, edits?, replies_to?, file?}.
  constructor(say) {
    this.say = say;
    this.about = null;
    this.text = make("textarea", { name: "text", rows: "1", placeholder: "Nhập tin nhắn", "aria-label": "Tin nhắn", enterkeyhint: "send" });
    this.send = make("button", { type: "submit", name: "send", "aria-label": "Gửi" }, icon("send"));
    this.file = make("input", { type: "file", class: "unseen", tabindex: "-1", "aria-label": "Chọn tệp" });
    this.error = make("p", { class: "error", role: "alert", hidden: true });
    this.strip = make("div", { class: "about", hidden: true });
    const attach = make("button", { type: "button", class: "attach", "aria-label": "Gửi tệp" }, icon("attach"));
    const row = make("div", { class: "row" }, attach, this.file, this.text, this.send);
    this.node = make("form", { class: "composer", autocomplete: "off" }, this.strip, this.error, row);
    attach.addEventListener("click", () => this.file.click());
    this.file.addEventListener("change", () => this.attach());
    this.node.addEventListener("submit", (event) => (event.preventDefault(), this.submit()));
    this.text.addEventListener("input", () => this.grow());
    this.text.addEventListener("keydown", (event) => this.key(event));
  }

  key(event) {
    if (event.key === "Escape" && this.about) this.leave();
    // While an input method composes (Telex), Enter belongs to it; on a phone Enter makes a new line.
    const composing = event.isComposing || event.keyCode === 229;
    if (event.key !== "Enter" || event.shiftKey || composing || !matchMedia("(pointer: fine)").matches) return;
    event.preventDefault();
    this.submit();
  }

  submit() {
    const text = this.text.value.trim();
    const length = [...text].length;
    if (!text) return this.text.focus();
    if (length > TEXT_LIMIT) return this.complain(`Tin nhắn dài ${length} ký tự, tối đa là 4.096. Thầy/cô chia thành nhiều tin giúp.`);
    const { mode, key } = this.about ?? {};
    this.say({ text, ...(mode === "edit" && { edits: key }), ...(mode === "reply" && { replies_to: key }) });
    this.text.value = "";
    this.leave();
  }

  attach() {
    const [file] = this.file.files;
    this.file.value = "";
    if (!file) return;
    if (file.size > FILE_LIMIT) return this.complain("Tệp lớn hơn 20 MB. Thầy/cô gửi tệp nhỏ hơn giúp, hoặc chia thành nhiều tệp.");
    this.say({ text: this.text.value.trim(), file });
    this.text.value = "";
    this.leave();
  }

  reply(message) {
    this.enter("reply", message, `Trả lời: ${plain(message.text)}`);
  }

  edit(message) {
    this.enter("edit", message, `Sửa: ${plain(message.text)}`);
    this.text.value = message.text;
    this.grow();
  }

  enter(mode, message, title) {
    this.about = { mode, key: message.key };
    const cancel = make("button", { type: "button", "aria-label": "Thôi" }, icon("close"));
    cancel.addEventListener("click", () => {
      if (mode === "edit") this.text.value = "";
      this.leave();
    });
    this.strip.replaceChildren(make("span", {}, title), cancel);
    this.strip.hidden = false;
    this.text.focus();
  }

  leave() {
    this.about = null;
    this.strip.hidden = this.error.hidden = true;
    this.grow();
  }

  complain(text) {
    this.error.textContent = text;
    this.error.hidden = false;
  }

  grow() {
    this.error.hidden = true;
    this.text.style.height = "auto";
    this.text.style.height = `${Math.min(this.text.scrollHeight, TALLEST)}px`;
  }
}
