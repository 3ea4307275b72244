import { answers } from '../../faults/change.ts'
import { faults } from '../../faults/fault.ts'

export const selfDescriptionFaults = faults([
  {
    id: 'version-told-in-full',
    does: 'the version shown includes the patch level',
    breaks: ['VERSION-01'],
    change: answers(
      ({ path }) => path.startsWith('/magento_version'),
      () => ({ body: 'Magento/2.4.8-p1 (Community)' }),
    ),
  },
])
