import { View } from '@tarojs/components';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { countsOf } from '../../../domain/check-in/device-log';
import type { DoorState } from '../../../domain/check-in/door-state';
import { parseTicket } from '../../../domain/sign-up/parse-ticket';
import { MINUTE_MS } from '../../../domain/time/time';
import { doorWords } from '../../../words/door';
import { doorPage } from '../../../words/strings';
import { confirm, toast } from '../../platform/ask';
import { useAwake } from '../../platform/camera';
import { freshId } from '../../platform/random';
import { scanCode } from '../../platform/scan';
import { chooseEvent, type Device, type DeviceEvent, setRehearsal, unpairDevice } from '../../sync/door-device';
import { listOf } from '../../sync/door-packs';
import { waitingNow } from '../../sync/door-queue';
import { closeDoor, openDoor, tell, tellCode, useDoor } from '../../sync/door-session';
import { ariaProps } from '../../ui/a11y';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/text-field';
import { Counts } from './counts';
import { Stage } from './stage';
import { Waiting } from './waiting';

/** 5 and 5, with a blank or a dash between them. */
const MOST_TYPED = 14;

function Typed(): ReactElement {
  const [code, setCode] = useState('');
  const [error, setError] = useState<string | undefined>();
  const send = (): void => {
    if (parseTicket(code) === null) {
      setError(doorWords.typeWrong);
      return;
    }
    tellCode(code, 'typed');
    setCode('');
  };
  return (
    <View className="card door__card">
      <TextField
        id="typed-ticket"
        label={doorWords.type}
        hint={doorWords.typeHint}
        value={code}
        maxLength={MOST_TYPED}
        error={error}
        speaks
        onChange={(text) => {
          setCode(text);
          setError(undefined);
        }}
      />
      <Button text={doorWords.typeSend} disabled={code.trim() === ''} onTap={send} />
    </View>
  );
}

interface HeadProps {
  readonly device: Device;
  readonly event: DeviceEvent;
  readonly link: DoorState['link'];
  readonly age: string;
}

function Head({ device, event, link, age }: HeadProps): ReactElement {
  const parts = link === 'online' ? [doorWords.online] : [doorWords.offline, age];
  return (
    <View className="door__head">
      <View className="door__title" {...ariaProps({ role: 'heading', level: 2 })}>
        {event.title}
      </View>
      <View className="door__link" {...ariaProps({ role: 'status' })}>
        {parts.join(' · ')}
      </View>
      {device.rehearsal ? <View className="door__error">{doorWords.rehearsal}</View> : null}
      <Waiting />
    </View>
  );
}

/** The rarer acts. */
function Rest({ device }: { readonly device: Device }): ReactElement {
  const leave = async (): Promise<void> => {
    const waiting = waitingNow().length;
    if (waiting > 0) {
      toast(doorWords.unpairBlocked(waiting));
      return;
    }
    const { unpair: yes, cancel: no, unpairText: text } = doorWords;
    if (await confirm({ title: doorPage.unpairTitle, text, yes, no })) await unpairDevice();
  };
  return (
    <View className="card door__card">
      <View className="door__quiet">{doorWords.pair.device(device.name)}</View>
      <View className="door__acts">
        {device.events.length < 2 ? null : (
          <Button
            look="quiet"
            text={doorWords.changeEvent}
            onTap={() => {
              chooseEvent(null);
            }}
          />
        )}
        <Button
          look="quiet"
          text={device.rehearsal ? doorWords.rehearsalEnd : doorWords.rehearsalStart}
          onTap={() => {
            setRehearsal(!device.rehearsal);
          }}
        />
        <Button look="quiet" text={doorWords.unpair} onTap={() => void leave()} />
      </View>
      <View className="door__note">{doorWords.rehearsalHint}</View>
    </View>
  );
}

function ageOf(event: string, now: number): string {
  const list = listOf(event);
  return list === null ? doorWords.noList : doorWords.listAge(Math.max(0, (now - list.madeAt) / MINUTE_MS));
}

interface DoorViewProps {
  readonly device: Device;
  readonly event: DeviceEvent;
  /** Epoch ms. */
  readonly now: number;
}

/** One event's door: one glance, one clear action, and back to scanning by itself. */
export function DoorView({ device, event, now }: DoorViewProps): ReactElement | null {
  const door = useDoor();
  const [isTorchOn, setTorch] = useState(false);
  const { rehearsal } = device;
  useAwake();
  // What changes of the event is taken over by the session; a rehearsal begins anew, and another event is another view.
  const opened = useRef(event);
  useEffect(() => {
    openDoor(opened.current, rehearsal);
    return closeDoor;
  }, [rehearsal]);
  if (door === null) return null;
  const age = ageOf(event.id, now);
  const scan = async (): Promise<void> => {
    const text = await scanCode();
    if (text !== null) tellCode(text, 'typed');
  };
  return (
    <View className="door">
      <Head device={device} event={event} link={door.link} age={age} />
      <Stage phase={door.phase} isTorchOn={isTorchOn} age={age} />
      <View className="door__acts">
        <View className="door__act">
          <Button
            text={isTorchOn ? doorWords.torchOff : doorWords.torchOn}
            onTap={() => {
              setTorch(!isTorchOn);
            }}
          />
        </View>
        <View className="door__act">
          <Button text={doorPage.scanByWechat} onTap={() => void scan()} />
        </View>
        <View className="door__act">
          <Button
            text={doorWords.undo}
            onTap={() => {
              tell({ kind: 'undo', id: freshId() });
            }}
          />
        </View>
      </View>
      <Counts door={door} event={event} own={countsOf(door.entries, event.id, rehearsal)} />
      <Typed />
      <Rest device={device} />
    </View>
  );
}
