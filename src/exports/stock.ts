import { kindOf, left } from '../core/benefit';
import type { OnShelf } from '../core/listed';
import type { Columns } from './table';

/** What is told of a benefit: what is bought of it, and where all of it is. */
export const stockColumns: Columns<OnShelf> = {
  benefit_id: ({ id }) => id,
  benefit: ({ name }) => name,
  category: ({ category }) => category,
  kind: kindOf,
  package: (benefit) => benefit.package.name,
  package_starts: (benefit) => benefit.package.starts,
  package_ends: (benefit) => benefit.package.ends,
  allocation: ({ quantity }) => quantity,
  unit: ({ unit }) => unit,
  held: ({ stock }) => stock.held,
  left,
  waiting: ({ stock }) => stock.waiting,
  key_units: ({ units }) => units,
  key_units_free: ({ stock }) => stock.freeUnits,
  key_units_set_aside: ({ stock }) => stock.setAside,
  key_units_retired: ({ stock }) => stock.retired,
  activate_by: ({ activateBy }) => activateBy,
  dropped_on: ({ droppedOn }) => droppedOn,
  low_stock: ({ settings }) => settings.lowStock,
};
