import { type ReactElement, useEffect } from 'react';
import { useDevice } from '../../sync/door-device';
import { startDoorSync } from '../../sync/door-session';
import { ChooseEvent } from './choose-event';
import { DoorView } from './door-view';
import { Pair } from './pair';

/** A phone that is no device yet is paired; one with several events chooses; then the door opens. `now`: epoch ms. */
export function DoorGate({ now }: { readonly now: number }): ReactElement {
  const device = useDevice();
  useEffect(() => startDoorSync(), []);
  if (device === null || device.standing !== 'paired') return <Pair />;
  const event = device.events.find(({ id }) => id === device.chosen);
  if (event === undefined) return <ChooseEvent device={device} now={now} />;
  return <DoorView key={event.id} device={device} event={event} now={now} />;
}
