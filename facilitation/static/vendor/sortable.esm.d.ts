// Ours: types of the vendored file for the checker; browsers never ask for it.
export { default, Swap, MultiDrag } from "sortablejs";
