import type { Call, Shop } from '../../reference/index.ts'

export const now = (shop: Shop) => Math.floor(shop.clock.now() / 1000)

export const isRevocation = ({ path }: Call) => path.endsWith('/revoke-customer-token')

export const tokenOf = ({ headers }: Call) => (headers.authorization ?? '').replace('Bearer ', '')
