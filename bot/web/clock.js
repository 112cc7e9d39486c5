// The clock of a demonstration: what time it is there, and how to move it on.

import { moment, tellTime, weekday } from "./time.js";
import { post } from "./wire.js";

export class Clock {
  constructor(node, tell) {
    Object.assign(this, { node, tell });
    this.buttons = [...node.querySelectorAll("[data-clock]")];
    for (const button of this.buttons) button.addEventListener("click", () => this.move(button.dataset.clock));
    node.hidden = false;
    this.show();
    setInterval(() => this.show(), 5000);
  }

  show() {
    this.node.querySelector(".weekday").textContent = weekday();
    this.node.querySelector(".moment").textContent = moment();
  }

  async move(to) {
    const before = moment();
    this.busy(true);
    try {
      tellTime((await post("/api/clock", { to })).now);
      if (to === "next" && moment() === before) this.tell("Không còn lời nhắc nào ở phía trước.");
    } catch {
      this.tell("Chưa chỉnh được đồng hồ, thầy/cô thử lại giúp.");
    }
    this.show();
    this.busy(false);
  }

  busy(on) {
    this.node.setAttribute("aria-busy", on);
    for (const button of this.buttons) button.disabled = on;
  }
}
