import { contract } from '../../specs/index.ts'
import { definingOwn } from '../shared/own.ts'

// A bundler may load what is imported by name only before this, so the contract is asked for.
if (contract().length > 0) definingOwn()
