import type { Call, Services } from '../../reference/index.ts'

export type Access = Parameters<Services['authorize']>[1]

export const isOperation = ({ route }: Call, name: string) => route?.operation === name
