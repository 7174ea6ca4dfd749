/** The page's policy lets only style elements with its nonce apply. */

/** The server writes a new one into each answer; the browser hides it from selectors, but not from this property. */
export const nonceOfPage = (): string | undefined => document.querySelector<HTMLElement>('[nonce]')?.nonce;

interface ElementMaker {
  createElement: (name: string, options?: ElementCreationOptions) => HTMLElement;
}

/** antd passes the nonce to its theme, but not to the elements by which it measures scroll bars and stops the page behind a dialog. */
export function giveToStyles(nonce: string, maker: ElementMaker = document): void {
  const create = maker.createElement.bind(maker);
  maker.createElement = (name, options) => {
    const element = create(name, options);
    if (name.toLowerCase() === 'style') element.nonce = nonce;
    return element;
  };
}
