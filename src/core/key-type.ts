/** How many people one key serves, in the end: the store counts units by it. */
export const keyTypes = ['retail', 'mak', 'static', 'custom', 'token', 'unknown'] as const;
export type KeyType = (typeof keyTypes)[number];

/**
 * Every spelling seen, from the MSDN exports of 2006 to those of 2024, without blanks, punctuation and a last "key".
 * What the types mean: "Find and claim product keys", Visual Studio subscriptions documentation (2024). VA 1.0 keys are there "similar to a
 * MAK", OEM keys allow several activations. A lab key activates a room of computers. A KMS host key serves a whole network from one
 * computer, so it is not something to hand to a person: it stays unknown, which counts one unit. PINs and Office setup keys are
 * redeemed once, as a cloud token is.
 */
const spellings: Record<string, KeyType> = {
  retail: 'retail',
  dreamsparkretail: 'retail',
  imagineretail: 'retail',
  microsoftimagineretail: 'retail',
  azuredevtoolsforteachingretail: 'retail',
  mak: 'mak',
  multipleactivation: 'mak',
  multipleactivationkeymak: 'mak',
  va10: 'mak',
  oem: 'mak',
  dreamsparkmak: 'mak',
  dreamsparklab: 'mak',
  imaginemak: 'mak',
  imaginelab: 'mak',
  microsoftimaginemak: 'mak',
  microsoftimaginelab: 'mak',
  azuredevtoolsforteachingmak: 'mak',
  azuredevtoolsforteachinglab: 'mak',
  static: 'static',
  staticactivation: 'static',
  custom: 'custom',
  token: 'token',
  officesetup: 'token',
  pin: 'token',
  kms: 'unknown',
  dreamsparkkms: 'unknown',
  imaginekms: 'unknown',
  microsoftimaginekms: 'unknown',
  na: 'unknown',
  notapplicable: 'unknown',
  unknown: 'unknown',
  '': 'unknown',
};
const bySpelling = new Map(Object.entries(spellings));

/** The type that a spelling of any era means; undefined where it was never seen (which is for the caller to judge). */
export function readKeyType(spelling: string): KeyType | undefined {
  const letters = spelling
    .slice(0, 100)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
  return bySpelling.get(letters) ?? bySpelling.get(letters.replace(/key$/, ''));
}
