/** The mini-program code of a card, for as far as the server makes them; until it is there the card has the address. */
import { useEffect, useState } from 'react';
import { CITIZEN } from '../../../domain/api/citizen';
import { addressOf } from '../../../domain/api/endpoint';
import { type CardPlace, sceneOf } from '../../../domain/slogan/card-scene';
import { fetchPicture } from '../../platform/served-picture';

/** Not while somebody leafs through. */
const DELAY_MS = 200;

/** As a `data:` address; `null`: none, or not yet. What came once stays for as long as the page stands. */
export function useCardCode({ campaign, card, design }: CardPlace, offered: boolean): string | null {
  const [come, setCome] = useState<ReadonlyMap<string, string>>(new Map());
  const scene = sceneOf({ campaign, card, design });
  const isHere = scene !== null && come.has(scene);
  useEffect(() => {
    if (!offered || scene === null || isHere) return;
    const timer = setTimeout(() => {
      void fetchPicture(addressOf(CITIZEN.miniProgramCode, {}, { campaign, card, design })).then((picture) => {
        if (picture !== null) setCome((before) => new Map(before).set(scene, picture));
      });
    }, DELAY_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [offered, scene, isHere, campaign, card, design]);
  return scene === null ? null : (come.get(scene) ?? null);
}
