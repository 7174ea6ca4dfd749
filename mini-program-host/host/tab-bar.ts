import type { TabBar } from '../manifest';

/** The bar that WeChat draws from app.json. */
export class TabBarView {
  readonly element = document.createElement('div');
  private readonly buttons = new Map<string, HTMLButtonElement>();

  constructor(
    private readonly config: TabBar,
    onTap: (route: string, index: number, text: string) => void,
  ) {
    this.element.className = 'e-tabs';
    this.element.setAttribute('role', 'tablist');
    this.element.style.background = config.backgroundColor ?? '#fff';
    this.element.style.borderTopColor = config.borderStyle === 'white' ? '#fff' : '#d8d8d8';
    config.list.forEach((item, index) => {
      const button = document.createElement('button');
      button.className = 'e-tab';
      button.setAttribute('role', 'tab');
      if (item.iconPath !== undefined) button.append(Object.assign(document.createElement('img'), { alt: '' }));
      button.append(Object.assign(document.createElement('span'), { textContent: item.text }));
      button.addEventListener('click', () => {
        onTap(item.pagePath, index, item.text);
      });
      this.buttons.set(item.pagePath, button);
      this.element.append(button);
    });
  }

  has(route: string): boolean {
    return this.buttons.has(route);
  }

  select(route: string): void {
    for (const item of this.config.list) {
      const button = this.buttons.get(item.pagePath);
      if (!button) continue;
      const selected = item.pagePath === route;
      button.setAttribute('aria-selected', String(selected));
      button.style.color = (selected ? this.config.selectedColor : this.config.color) ?? '#000';
      const icon = (selected ? item.selectedIconPath : item.iconPath) ?? item.iconPath;
      const image = button.querySelector('img');
      if (image && icon !== undefined) image.src = `/${icon}`;
    }
  }

  setBadge(index: number, text: string | undefined): void {
    const button = [...this.buttons.values()][index];
    if (!button) return;
    button.querySelector('.e-badge')?.remove();
    if (text === undefined) return;
    button.append(Object.assign(document.createElement('i'), { className: 'e-badge', textContent: text }));
  }
}
