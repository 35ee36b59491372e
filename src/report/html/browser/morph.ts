/**
 * Changes the children of an element into those of another and keeps every node that it can. So bars move instead of
 * jumping, the focus stays, and details that the reader unfolded stay unfolded.
 */
export function morphChildren(from: Node, to: Node): void {
  const newNodes = [...to.childNodes];
  newNodes.forEach((node, i) => {
    const oldNode = from.childNodes[i];
    if (oldNode === undefined) from.appendChild(node);
    else if (isAlike(oldNode, node)) morph(oldNode, node);
    else from.replaceChild(node, oldNode);
  });
  while (from.childNodes.length > newNodes.length) from.lastChild?.remove();
}

function isAlike(a: Node, b: Node): boolean {
  return a.nodeName === b.nodeName && (a as Partial<Element>).id === (b as Partial<Element>).id;
}

function morph(from: Node, to: Node): void {
  if (from instanceof Element && to instanceof Element) {
    const isReaders = (name: string) => name === "open" && from instanceof HTMLDetailsElement;
    for (const { name } of [...from.attributes])
      if (!to.hasAttribute(name) && !isReaders(name)) from.removeAttribute(name);
    for (const { name, value } of to.attributes)
      if (from.getAttribute(name) !== value && !isReaders(name)) from.setAttribute(name, value);
    morphChildren(from, to);
  } else if (from.nodeValue !== to.nodeValue) {
    from.nodeValue = to.nodeValue;
  }
}
