/** For component tests of the door: before each a phone that is no device, a fresh server, and a person's hands. */
import { act, fireEvent, screen } from '@testing-library/react';
import { DURING } from '../../domain/check-in/door-double';
import { DoorServer } from './fake-door-server';
import { phone } from './fake-taro';
import { freshApp, settle } from './fresh-app';
import { leaveDevice } from './fresh-device';

interface AtTheDoor {
  readonly server: () => DoorServer;
  readonly type: (label: string, value: string) => Promise<void>;
  /** Holds a ticket before the camera. */
  readonly see: (ticket: string) => Promise<void>;
  readonly goOffline: () => void;
  readonly goOnline: () => Promise<void>;
}

export function atTheDoor(): AtTheDoor {
  freshApp(DURING);
  let server = new DoorServer();
  const connect = (): void => {
    phone.server = (url, sent) => server.answer(url, sent);
  };
  beforeEach(() => {
    leaveDevice();
    server = new DoorServer();
    connect();
  });
  const type = async (label: string, value: string): Promise<void> => {
    fireEvent.change(screen.getByLabelText(label), { target: { value } });
    await settle();
  };
  return {
    server: () => server,
    type,
    see: async (ticket) => {
      await type('camera', `QM:${ticket}`);
      await settle(50);
    },
    goOffline: () => {
      phone.server = () => 'offline';
    },
    goOnline: async () => {
      connect();
      act(() => {
        phone.changeNetwork(true);
      });
      await settle(50);
    },
  };
}
