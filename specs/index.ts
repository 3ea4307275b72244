/** Every chapter, in the order of the report. */
import './customer-token.spec.ts'
