/** @jsxImportSource preact */
import { Icon } from './icon'

/** It worked. Silent: the heading says so. */
export const BigTick = () => (
  <div class="big-tick" aria-hidden="true">
    <Icon name="check" size={60} />
  </div>
)
