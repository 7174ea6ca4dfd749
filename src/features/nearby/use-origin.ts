import { useState } from 'react';
import type { Point } from '../../../domain/region/distance';
import { NATION } from '../../../domain/region/region';
import { centreOf } from '../../../domain/region/region-centres';
import { type Located, locate } from '../../platform/location';
import { useOriginRegion } from '../../sync/nearby-origin';
import type { Region } from '../../sync/preferences';

export interface Origin {
  /** Degrees, GCJ-02; `null`: none is known for the region. */
  readonly point: Point | null;
  /** The person's own position, which lives no longer than this page. */
  readonly isHere: boolean;
  /** The region that one starts from; `null`: the whole country, from which nothing is near. */
  readonly region: Region | null;
  readonly locating: boolean;
  readonly problem: Extract<Located, { ok: false }>['reason'] | null;
  readonly locate: () => void;
  readonly leaveHere: () => void;
}

/** What distances are counted from: a region's centre, and the person's position once they have given it. */
export function useOrigin(): Origin {
  const region = useOriginRegion();
  const [here, setHere] = useState<Point | null>(null);
  const [locating, setLocating] = useState(false);
  const [problem, setProblem] = useState<Origin['problem']>(null);
  const ask = async (): Promise<void> => {
    setLocating(true);
    setProblem(null);
    const located = await locate();
    setLocating(false);
    if (located.ok) setHere(located.point);
    else setProblem(located.reason);
  };
  return {
    point: here ?? (region === null ? null : centreOf(region.code)),
    isHere: here !== null,
    region: region?.code === NATION ? null : region,
    locating,
    problem,
    locate: () => void ask(),
    leaveHere: () => {
      setHere(null);
    },
  };
}
