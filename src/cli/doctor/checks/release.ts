import { parseRelease } from '../../../../release/index.ts'
import { unknownRelease } from '../../../report/unknown-release.ts'
import { releaseSetting } from '../../../target/parse.ts'
import { type Check, good, note, unseen } from '../check.ts'
import { missing } from '../examine.ts'
import { contradicting, fingerprint, fittingAll } from '../fingerprint.ts'

/** Checks that the release that a run would use matches the features of the shop. */
export const release: Check = {
  name: 'release',
  async look({ settings, guard, found }) {
    const stated = releaseSetting(settings)
    if (!found.magento) return unseen(missing.magento)
    const name = stated ?? (found.release as string)
    const spans = await fingerprint(guard.client)
    const against = contradicting(spans, name)
    const seen = `${name} (${stated ? 'stated' : 'assumed'})`
    if (against.length > 0)
      return note(
        `${seen} does not fit: ${against.map(({ sign }) => sign).join('; ')}`,
        `the shop looks like ${fittingAll(spans) ?? 'no known release'}: set MAGENTO_RELEASE`,
      )
    if (!stated) return note(seen, 'differences between patch releases may be judged wrongly: set MAGENTO_RELEASE')
    return good(seen, unknownRelease(parseRelease(name)))
  },
}
