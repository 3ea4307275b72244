import { NoAnswer } from '../../../target/client/client.ts'
import { askUnrecorded } from '../../../target/client/unrecorded.ts'
import { type Door, knock } from '../../../target/door.ts'
import { bad, type Check, good, note } from '../check.ts'

/** Checks that the target responds. */
export const reach: Check = {
  name: 'reach',
  async look({ guard, found, way, corrected, settings }) {
    if (way instanceof Error) throw way
    try {
      found.answer = await askUnrecorded(guard.client, knock)
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error
      return bad(
        3,
        error.message,
        `check ${settings.nameOf('MAGENTO_BASE_URL')}, and that the shop is running and accepts connections from this machine`,
      )
    }
    const { time } = found.answer.data
    return [
      good(`responds in ${Math.round(time)} ms${doors[way.door.opens] ?? ''}`),
      ...corrected.map((text) => note(text, 'a run does the same')),
    ]
  },
}

const doors: Partial<Record<Door['opens'], string>> = {
  'every request': ', behind basic authentication',
  'tokens and basic authentication': ', behind basic authentication that lets tokens through',
}
