/** The whole console at an address, before a fake server, as its member finds it. */
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { ConfigProvider } from 'antd';
import { MemoryRouter, useLocation } from 'react-router';
import type { ReactElement } from 'react';
import { Console, makeQueries } from '../app';
import { FAKE_NOW } from './fake-data';
import { FakeServer } from './fake-server';
import { type FakeNetwork, fakeNetwork } from './fake-fetch';

let address = '';

function Address(): null {
  const { pathname, search } = useLocation();
  address = `${pathname}${search}`;
  return null;
}

export const addressNow = (): string => address;

export interface OpenConsole {
  readonly server: FakeServer;
  readonly network: FakeNetwork;
  /** As a reload does: everything in memory is gone, what the browser stored stays. */
  readonly reload: () => void;
}

interface Options {
  readonly signedOut?: boolean;
  readonly server?: FakeServer;
}

function Whole({ at }: { readonly at: string }): ReactElement {
  return (
    <MemoryRouter initialEntries={[at]}>
      <Address />
      {/* Nothing is drawn here, and jsdom is slow at reading style sheets. */}
      <ConfigProvider theme={{ zeroRuntime: true }}>
        <Console queries={makeQueries(0)} />
      </ConfigProvider>
    </MemoryRouter>
  );
}

export function openConsole(at: string, { signedOut = false, server = new FakeServer() }: Options = {}): OpenConsole {
  if (!signedOut) server.state.member = 'm-1';
  const network = fakeNetwork(server);
  globalThis.fetch = network.fetch;
  jest.spyOn(Date, 'now').mockReturnValue(FAKE_NOW);
  render(<Whole at={at} />);
  return {
    server,
    network,
    reload() {
      cleanup();
      render(<Whole at={address} />);
    },
  };
}

export const field = (label: string | RegExp): HTMLInputElement => screen.getByLabelText<HTMLInputElement>(label);

export function type(label: string | RegExp, text: string): void {
  fireEvent.change(field(label), { target: { value: text } });
}

export function press(name: string | RegExp, inside: HTMLElement = document.body): void {
  fireEvent.click(within(inside).getByRole('button', { name }));
}

/** Waits for a text to be there, then says that it is. */
export const seen = (text: string | RegExp): Promise<HTMLElement> =>
  screen.findAllByText(text).then(([first]) => {
    if (first === undefined) throw new Error(`not seen: ${String(text)}`);
    return first;
  });

export async function goOnline(): Promise<void> {
  await act(async () => {
    window.dispatchEvent(new Event('online'));
    await Promise.resolve();
  });
}

/** What a screen reader says after a field's name: hint, problem, warning. */
export function saidBeside(label: string | RegExp): string {
  const ids = field(label).getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
}

export const alerted = async (): Promise<string> => (await screen.findByRole('alert')).textContent;
