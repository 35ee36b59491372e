/**
 * Changes the children of an element into those of another, keeping every node that can stay: so bars move instead of
 * jumping, and focus and open parts stay where they are.
 */
export function morphChildren(from: Node, to: Node): void {
  const wanted = [...to.childNodes];
  wanted.forEach((node, i) => {
    const present = from.childNodes[i];
    if (present === undefined) from.appendChild(node);
    else if (isAlike(present, node)) morph(present, node);
    else from.replaceChild(node, present);
  });
  while (from.childNodes.length > wanted.length) from.lastChild?.remove();
}

function isAlike(a: Node, b: Node): boolean {
  return a.nodeName === b.nodeName && (a as Partial<Element>).id === (b as Partial<Element>).id;
}

function morph(from: Node, to: Node): void {
  if (from instanceof Element && to instanceof Element) {
    for (const { name } of [...from.attributes]) if (!to.hasAttribute(name)) from.removeAttribute(name);
    for (const { name, value } of to.attributes) if (from.getAttribute(name) !== value) from.setAttribute(name, value);
    morphChildren(from, to);
  } else if (from.nodeValue !== to.nodeValue) {
    from.nodeValue = to.nodeValue;
  }
}
