// numbers; time O(n); space O(n); kind: JIT-sensitive, calls of several shapes
class Square {
  constructor(side) {
    this.side = side;
  }
  area() {
    return this.side * this.side;
  }
}
class Strip {
  constructor(length) {
    this.length = length;
  }
  area() {
    return this.length * 2;
  }
}
class Spiral {
  constructor(turns) {
    this.turns = turns % 50;
  }
  area() {
    let total = 0;
    for (let i = 0; i < this.turns; i++) total += i * 1.5;
    return total;
  }
}
const kinds = [Square, Strip, Spiral];
const numbers = require("fs").readFileSync(0, "utf8").split("\n")[1].split(" ").map(Number);
const shapes = numbers.map((x) => new kinds[x % 3](x));
console.log(Math.round(shapes.reduce((sum, shape) => sum + shape.area(), 0) / 1000));
