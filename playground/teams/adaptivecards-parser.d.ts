/**
 * The part of Microsoft's renderer that reads a card without a page around it. Its bundle works in Node
 * but its own declarations need a browser's types, so the few we use stand here.
 */
declare module 'adaptivecards/dist/adaptivecards.js' {
  export const ValidationEvent: {
    readonly Hint: 0;
    readonly CollectionCantBeEmpty: 2;
    readonly Deprecated: 3;
    readonly TooManyActions: 9;
    readonly UnsupportedProperty: 14;
    readonly RequiredInputsShouldHaveLabel: 15;
    readonly RequiredInputsShouldHaveErrorMessage: 16;
    readonly Other: 17;
  };
  export type Finding = { readonly event: number; readonly message: string };
  export class Version {}
  export const Versions: { readonly v1_5: Version };
  export class SerializationContext {
    constructor(target: Version);
    readonly eventCount: number;
    getEventAt(index: number): Finding;
  }
  export class AdaptiveCard {
    parse(json: unknown, context: SerializationContext): void;
    validateProperties(): { readonly validationEvents: Finding[] };
  }
}
