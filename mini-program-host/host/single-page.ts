/** The timeline shows one page alone, with a bar that leads to the app itself. */
export function drawSinglePageBar(first: string): void {
  const bar = document.createElement('button');
  bar.className = 'e-single-page';
  bar.textContent = '前往小程序';
  bar.addEventListener('click', () => {
    const settings = JSON.parse(new URLSearchParams(location.search).get('launch') ?? '{}') as object;
    const launch = JSON.stringify({ ...settings, scene: 1155, path: first });
    location.search = `?launch=${encodeURIComponent(launch)}`;
  });
  document.body.append(bar);
}
