/** To the first control beside which something is wrong. */
export function focusFirstProblem(): void {
  document.querySelector<HTMLElement>('[data-problem] :is(input, textarea, button)')?.focus();
}
