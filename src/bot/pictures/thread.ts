import { parentPort, workerData } from 'node:worker_threads';
import { drawn, type Measured } from './draw';

/** What a drawing thread is given: the bars of each chart. */
export type Order = Measured[][];

/** Draws for somebody else: what draws takes a quarter of a second to load alone. */
parentPort?.postMessage((workerData as Order).map(drawn));
