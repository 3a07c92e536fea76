// Pointing at a fact lights its words, pointing at words lights their facts; a click brings the other side into view.
(() => {
  const listed = (el) => (el.dataset.f || "").split(" ");
  const scope = (el) => el.closest(".one") || document.querySelector(".dragoman");
  const partners = (el) => {
    const own = listed(el);
    const kind = el.matches("mark") ? ".fact" : "mark";
    return [...scope(el).querySelectorAll(kind + "[data-f]")].filter((other) => listed(other).some((f) => own.includes(f)));
  };
  const clear = () => document.querySelectorAll(".lit").forEach((el) => el.classList.remove("lit"));
  const light = (el) => {
    clear();
    if (!el) return;
    el.classList.add("lit");
    partners(el).forEach((other) => other.classList.add("lit"));
  };
  const under = (event) => event.target.closest && event.target.closest("mark[data-f], .fact[data-f]");
  document.addEventListener("mouseover", (event) => light(under(event)));
  document.addEventListener("focusin", (event) => light(under(event)));
  document.addEventListener("click", (event) => {
    const el = under(event);
    if (!el || event.target.closest("a")) return;
    light(el);
    const first = partners(el)[0];
    if (first) first.scrollIntoView({ block: "center", behavior: "smooth" });
  });
})();
