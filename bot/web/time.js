// The product's clock. Times come as ISO with the product's own offset, and are read as written:
// the browser's zone plays no part.

const WEEKDAYS = ["Chủ Nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"];
const DAY = 24 * 3600 * 1000;

let told = 0;
let toldAt = 0;

// Milliseconds of the wall clock, as if it were UTC.
function wall(iso) {
  return Date.parse(`${iso.slice(0, 19)}Z`);
}

export function tellTime(iso) {
  told = wall(iso);
  toldAt = performance.now();
}

function now() {
  return new Date(told + performance.now() - toldAt).toISOString();
}

export const hour = (iso) => iso.slice(11, 16);
export const day = (iso) => iso.slice(0, 10);
export const weekday = (iso = now()) => WEEKDAYS[new Date(wall(iso)).getUTCDay()];
export const moment = (iso = now()) => `${date(iso)} ${hour(iso)}`;

export function date(iso) {
  return `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`;
}

export function dayName(iso) {
  const ago = Math.round((wall(`${day(now())}T00:00:00`) - wall(`${day(iso)}T00:00:00`)) / DAY);
  if (ago === 0) return "Hôm nay";
  return ago === 1 ? "Hôm qua" : `${weekday(iso)}, ${date(iso)}`;
}

export function brief(iso) {
  return day(iso) === day(now()) ? hour(iso) : date(iso).slice(0, 5);
}
