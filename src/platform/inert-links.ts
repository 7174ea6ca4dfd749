/**
 * In a browser Taro's tab bar is made of links to `javascript:;`. Taps work by their handlers; following the link as well
 * is what the content security policy reports as an error at every tap.
 */
export function stopInertLinks(): void {
  if (process.env.TARO_ENV !== 'h5') return;
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link?.protocol === 'javascript:') event.preventDefault();
  });
}
