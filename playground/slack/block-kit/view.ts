import type { Json } from './block';

/** placeholder */
export function refuseUnsoundView(_view: Json, _type: 'modal' | 'home'): void {}
