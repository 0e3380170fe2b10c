/**
 * What a person in the last row could not read on the stage, in sentences; an empty list is a page
 * that can be read. Evaluated in the projector's page.
 */
() => {
  const SMALLEST = 44;
  const CONTRAST = 7;
  const MOST = 7;
  const stage = document.querySelector(".stage");
  const frame = document.querySelector("#stage").getBoundingClientRect();
  const scale = frame.width / 1920;
  // What the picture loses on a smaller projector is the projector's: sizes are told for 1080 lines.
  const faults = [];

  const channel = (value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const parse = (color) => color.match(/[\d.]+/g).map(Number);
  const light = (color) => {
    const [red, green, blue] = parse(color).map((value) => channel(value / 255));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const paper = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor;
      if ((parse(color)[3] ?? 1) > 0) return color;
    }
    return "rgb(255, 255, 255)";
  };
  const contrast = (element) => {
    const [one, other] = [light(getComputedStyle(element).color), light(paper(element))].sort((a, b) => b - a);
    return (one + 0.05) / (other + 0.05);
  };

  const foot = stage.querySelector(".stage-foot")?.getBoundingClientRect();
  const outside = (rect, box) =>
    rect.left < box.left - 1 || rect.right > box.right + 1 || rect.top < box.top - 1 || rect.bottom > box.bottom + 1;
  const inBody = { left: frame.left, right: frame.right, top: frame.top, bottom: foot ? foot.top : frame.bottom };

  const walker = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const said = node.textContent.trim();
    if (!said) continue;
    const element = node.parentElement;
    const name = `« ${said.slice(0, 40)} »`;
    const size = parseFloat(getComputedStyle(element).fontSize);
    if (size < SMALLEST) faults.push(`${name} is set in ${size} px`);
    if (contrast(element) < CONTRAST) faults.push(`${name} has a contrast of ${contrast(element).toFixed(1)}`);
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const line of range.getClientRects()) {
      // A line's rectangle is taller than its letters: the type's leading may reach over an edge.
      const leading = Math.max(0, line.height - size * scale) / 2;
      const rect = { left: line.left, right: line.right, top: line.top + leading, bottom: line.bottom - leading };
      const box = element.closest(".stage-foot") ? frame : inBody;
      if (outside(rect, box)) faults.push(`${name} leaves its place`);
      const card = element.closest(".stage-card, .stage-row > *, td, th, .stage-clock, .stage-column");
      if (card && outside(rect, card.getBoundingClientRect())) faults.push(`${name} leaves its box`);
    }
  }

  for (const element of stage.querySelectorAll("*")) {
    const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
    if ([overflowX, overflowY].some((value) => ["auto", "scroll"].includes(value))) faults.push(`${element.className} scrolls`);
    if (textOverflow === "ellipsis") faults.push(`${element.className} cuts its text`);
    if (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== "inline")
      faults.push(`${element.className || element.tagName} is wider than its box`);
  }
  for (const picture of stage.querySelectorAll("img")) {
    const rect = picture.getBoundingClientRect();
    if (outside(rect, inBody)) faults.push("a picture leaves its place");
    if (rect.width < 300 * scale) faults.push(`a picture is ${rect.width} px wide`);
  }
  for (const kind of [".stage-card", ".stage-row", "tbody tr"]) {
    const count = stage.querySelectorAll(kind).length;
    if (count > MOST) faults.push(`${count} of ${kind} on one page`);
  }
  const page = document.scrollingElement;
  if (page.scrollHeight > innerHeight || page.scrollWidth > innerWidth) faults.push("the page scrolls");
  const controls = document.querySelectorAll(
    "a[href], button, input, select, textarea, summary, video[controls], [contenteditable], [tabindex]:not([tabindex='-1'])",
  );
  for (const control of controls) faults.push(`a control: ${control.outerHTML.slice(0, 60)}`);
  return [...new Set(faults)];
};
